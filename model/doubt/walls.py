"""What runs inside the sandbox: a script of its own, started by `model.doubt.sandbox`, which nobody imports.

Standard input holds programs as JSON, each a source and calls; standard output takes what came of each. A program runs
in a process of its own, behind five walls; the tests take one or two of them down, and what is behind still holds:

1. what is not on the list of harmless syntax, methods and names is refused before it runs;
2. there are no built-ins but those of SAFE, and no modules;
3. an audit hook (PEP 578) ends the process at whatever is neither computing nor on the list EVENTS;
4. limits of the operating system: no files, sockets or pipes, no processes, little memory, one second;
5. nothing is there: an empty folder, no environment, no input; whoever starts it as root locks it into that folder,
   with nobody's rights.
"""

import ast
import builtins
import json
import os
import resource
import select
import signal
import sys
import time
from contextlib import suppress

SECONDS, MEMORY, MOST = 1, 256 * 2**20, 400  # seconds, bytes, characters of a result
WALL = 1.5  # seconds after which a program is ended from outside
NOBODY = 65534
NODES = set(
    "Module Expression FunctionDef Lambda arguments arg Return Assign AugAssign AnnAssign For While If Expr Pass Break "
    "Continue BoolOp NamedExpr BinOp UnaryOp IfExp Dict Set ListComp SetComp DictComp GeneratorExp comprehension "
    "Compare Call keyword FormattedValue JoinedStr Constant Attribute Subscript Starred Name List Tuple Slice Load "
    "Store And Or Add Sub Mult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv Invert Not UAdd USub Eq NotEq "
    "Lt LtE Gt GtE Is IsNot In NotIn".split()
)
METHODS = set(
    "append capitalize clear copy count endswith extend find fromkeys get index insert isalpha isdigit islower isupper "
    "items join keys lower lstrip pop remove replace reverse rstrip setdefault sort split startswith strip swapcase "
    "title update upper values add discard union intersection difference bit_length".split()
)
SAFE = {
    name: getattr(builtins, name)
    for name in "abs all any bool dict divmod enumerate filter float int isinstance len list map max min pow range "
    "reversed round set sorted str sum tuple zip".split()
}
EVENTS = {"exec"}  # what is compiled already is run


def refused(tree):
    """The first thing in a program that is not known to be harmless; "" if there is none."""
    for node in ast.walk(tree):
        kind = type(node).__name__
        if kind not in NODES:
            return kind
        if isinstance(node, ast.Attribute) and node.attr not in METHODS:
            return f".{node.attr}"
        names = [getattr(node, part, None) for part in ("id", "arg", "name")]
        if any(isinstance(name, str) and name.startswith("__") for name in names):
            return next(name for name in names if name)
    return ""


def wall_in():
    """Give up all that a process may do but compute. What it had open stays open."""
    if os.geteuid() == 0:
        for give_up, to in ((os.chroot, "."), (os.setgroups, []), (os.setgid, NOBODY), (os.setuid, NOBODY)):
            with suppress(OSError):  # where it may not, the other walls stand
                give_up(to)
    limits = {"AS": MEMORY, "CPU": SECONDS, "FSIZE": 0, "NPROC": 0, "CORE": 0, "NOFILE": 0}
    for name, most in limits.items():
        with suppress(ValueError):  # a lower one holds already, or this system knows none
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))
    signal.setitimer(signal.ITIMER_REAL, SECONDS)  # nobody catches it: the process ends


def watch(end=os._exit):
    """From now on all that Python reports to an audit hook ends the process, but for EVENTS."""
    events = frozenset(EVENTS)
    sys.addaudithook(lambda event, _: event in events or end(3))


def work(source, calls):
    """What came of one program: whether it can be read at all, how it went, what each call gave."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"parses": False, "how": "error", "said": type(error).__name__, "values": []}
    try:
        asked = [ast.parse(call, mode="eval") for call in calls]
        found = next(filter(None, map(refused, [tree, *asked])), "")
        if found:
            return {"parses": True, "how": "refused", "said": found[:MOST], "values": []}
        ready = compile(tree, "program", "exec")
        asked = [compile(call, "call", "eval") for call in asked]
        space = {"__builtins__": SAFE}
        watch()
        exec(ready, space)
        values = [repr(eval(call, space))[:MOST] for call in asked]
    except BaseException as error:  # whatever it is, it is told
        return {"parses": True, "how": "error", "said": type(error).__name__, "values": []}
    return {"parses": True, "how": "value", "said": "", "values": values}


def alone(source, calls):
    """The same in a process of its own; None if it was ended."""
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            os.close(told)
            for open_already in (1, 2):
                os.close(open_already)
            os.setsid()
            wall_in()
            os.write(tell, json.dumps(work(source, calls)).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(tell)
    said = listen(told, time.monotonic() + WALL)
    os.close(told)
    try:
        os.killpg(child, signal.SIGKILL)
    except OSError:
        os.kill(child, signal.SIGKILL)  # not yet collected: the number is still its own
    os.waitpid(child, 0)
    try:
        return json.loads(said)
    except ValueError:
        return None


def listen(told, until):
    """All that comes from a pipe before a moment, as far as a result may be long."""
    said = b""
    while len(said) < 64 * MOST:
        left = until - time.monotonic()
        if left <= 0 or not select.select([told], [], [], left)[0]:
            break
        some = os.read(told, 4096)
        if not some:
            break
        said += some
    return said


if __name__ == "__main__":
    programs = json.load(sys.stdin)
    os.close(0)
    json.dump([alone(*each) for each in programs], sys.stdout)
