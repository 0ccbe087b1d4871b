"""The look in Gradio's own terms; what a theme cannot say is in `assets/style.css`."""

from inspect import signature

import gradio as gr

CHANCE = "#e9f8f3 #dff3ed #acddca #78c7af #3fd0b4 #16a08c #046d5f #03564b #04443c #12352f #07211c".split()
INK = "#f7f9f8 #f1f4f3 #d3dbd9 #b9c7c3 #93a39f #7d8a87 #5d6b68 #44524f #2b3835 #151e1c #0d1413".split()


class FontFile(gr.themes.Font):
    """A font of our own, with an address relative to the theme: works under a sub-path, fetches nothing."""

    def __init__(self, name: str, file: str):
        super().__init__(name)
        self.file = file

    def stylesheet(self) -> dict:
        """The @font-face rule."""
        rule = (
            f"@font-face{{font-family:'{self.name}';font-weight:200 800;font-display:swap;"
            f"src:url('gradio_api/file=assets/fonts/{self.file}') format('woff2')}}"
        )
        return {"url": None, "css": rule}


# Gradio variable -> custom property of assets/style.css, which has a light and a dark value.
TOKENS = {
    "page": "body_background_fill",
    "card": "background_fill_primary block_background_fill block_label_background_fill input_background_fill "
    "button_secondary_background_fill",
    "sunk": "background_fill_secondary code_background_fill table_odd_background_fill "
    "button_secondary_background_fill_hover",
    "ink": "body_text_color block_title_text_color accordion_text_color link_text_color "
    "button_secondary_text_color slider_color loader_color input_border_color_focus border_color_accent color_accent",
    "ink-2": "block_label_text_color",
    "ink-3": "body_text_color_subdued block_info_text_color input_placeholder_color",
    "line": "border_color_primary block_border_color table_border_color",
    "edge": "input_border_color button_secondary_border_color checkbox_border_color checkbox_label_border_color",
    "chance": "button_primary_background_fill button_primary_border_color",
    "chance-hover": "button_primary_background_fill_hover",
    "on-chance": "button_primary_text_color",
    "chance-soft": "color_accent_soft",
    "bad": "error_text_color error_border_color error_icon_color",
    "bad-soft": "error_background_fill",
}
PLAIN = {
    "button_primary_shadow": "0 3px 0 var(--chance-lip)",
    "button_primary_shadow_hover": "0 3px 0 var(--chance-lip)",
    "button_secondary_shadow": "0 2px 0 var(--lip)",
    "button_secondary_shadow_hover": "0 2px 0 var(--lip)",
    "button_primary_shadow_active": "none",
    "button_secondary_shadow_active": "none",
    "block_shadow": "none",
    "input_shadow": "none",
    "block_radius": "14px",
    "container_radius": "14px",
    "input_radius": "8px",
    "button_large_radius": "8px",
    "button_medium_radius": "8px",
    "button_small_radius": "8px",
    "block_padding": "16px 20px",
    "layout_gap": "24px",
    "button_large_text_size": "1.125rem",
    "button_medium_text_size": "0.9375rem",
    "button_transform_active": "translateY(2px)",
    "block_title_text_weight": "600",
    "block_label_text_weight": "600",
    "button_border_width": "1px",
}


def theme() -> gr.themes.Base:
    """White cards on a cool grey page, ink type, and one green for what is likely."""
    sans = FontFile("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next-latin-wght-normal.woff2")
    mono = FontFile("Atkinson Hyperlegible Mono", "atkinson-hyperlegible-mono-latin-wght-normal.woff2")
    base = gr.themes.Base(
        primary_hue=gr.themes.Color(*CHANCE, name="chance"),
        secondary_hue=gr.themes.Color(*INK, name="ink"),
        neutral_hue=gr.themes.Color(*INK, name="ink"),
        text_size="lg",
        font=(sans, "ui-sans-serif", "system-ui", "sans-serif"),
        font_mono=(mono, "ui-monospace", "Consolas", "monospace"),
    )
    coloured = {name: f"var(--{token})" for token, names in TOKENS.items() for name in names.split()}
    # A variable that refers to another is computed where it stands: the dark class needs its own.
    known = signature(base.set).parameters
    twins = {f"{name}_dark": value for name, value in coloured.items() if f"{name}_dark" in known}
    return base.set(**coloured, **twins, **PLAIN)
