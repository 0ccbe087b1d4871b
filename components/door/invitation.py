"""How a class finds the page: the address of this computer on its network, and the same as a QR code for telephones."""

import io
import socket


def on_the_network() -> str:
    """This computer's address where others reach it; '127.0.0.1' if it is on no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # of nobody; nothing is sent, only the way is chosen
        except OSError:
            return "127.0.0.1"
        return asked.getsockname()[0]


def invitation(port: int, scheme: str = "http") -> str:
    """The address, and below it the QR code (ISO/IEC 18004) in half blocks."""
    import qrcode  # for a class only

    address = f"{scheme}://{on_the_network()}:{port}/"
    drawn = io.StringIO()
    code = qrcode.QRCode(border=2)
    code.add_data(address)
    code.print_ascii(out=drawn, invert=True)
    return f"For the class: {address}\n{drawn.getvalue()}"
