"""Programs that try to get out of the sandbox, in families; `{mark}`: a file to make, `{port}`: one that listens."""

REACH = {  # ways to the module os, which is then called o
    "import": "import os as o",
    "from": "from os import path\no = path.os",
    "dunder import": "o = __import__('os')",
    "builtins item": "o = __builtins__['__import__']('os')",
    "eval": "o = eval(\"__import__('os')\")",
    "exec": "exec('import os as o', globals())",
    "compile": "eval(compile('import os', 'a', 'exec'))\no = os",
    "importlib": "from importlib import import_module as i\no = i('os')",
    "subclasses": (
        "o = [c for c in ().__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close']"
        "[0].__init__.__globals__['sys'].modules['os']"
    ),
    "self of a built-in": "o = sum.__self__.__import__('os')",
    "open of a built-in": "o = sum.__self__.__dict__['__import__']('posix')",
    "loader": "o = sum.__self__.__loader__.load_module('posix')",
    "frame": (
        "g = (g.gi_frame.f_back.f_back for x in [0])\nfor f in g:\n    while f.f_back:\n        f = f.f_back\n"
        "    o = f.f_globals['os']"
    ),
    "traceback": (
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    f = e.__traceback__.tb_frame\n"
        "    while f.f_back:\n        f = f.f_back\n    o = f.f_globals['os']"
    ),
    "traceback of all": (
        "try:\n    1 / 0\nexcept BaseException as e:\n    f = e.__traceback__.tb_frame.f_back\n"
        "    o = f.f_globals['os']"
    ),
    "class": (
        "class A:\n    def __init_subclass__(cls):\n        global o\n        o = __import__('os')\nclass B(A): pass"
    ),
    "match": "match ():\n    case object(__class__=c):\n        o = c.__base__.__subclasses__()[-1]",
    "getattr": "o = getattr(getattr(sum, '__self__'), '__import__')('os')",
}
DEED = {  # what is done with it
    "fork": "o.fork() or open('{mark}', 'w')",
    "fork bomb": "while True:\n    o.fork()",
    "shell": "o.system('touch {mark}')",
    "pipe to a shell": "o.popen('touch {mark}').read()",
    "exec": "o.execv('/bin/sh', ['sh', '-c', 'touch {mark}'])",
    "spawn": "o.posix_spawn('/bin/touch', ['touch', '{mark}'], {{}})",
    "write": "o.write(o.open('{mark}', 65), b'x')",
    "folder": "o.mkdir('{mark}')",
    "link": "o.symlink('/etc/passwd', '{mark}')",
    "kill": "o.kill(o.getppid(), 9)",
}
FILES = [
    "open('{mark}', 'w').write('x')",
    "sum.__self__.open('{mark}', 'w').write('x')",
    "with open('{mark}', 'w') as f:\n    f.write('x')",
    "from pathlib import Path\nPath('{mark}').touch()",
    "import io\nio.open('{mark}', 'w')",
    "import shutil\nshutil.copy('/etc/passwd', '{mark}')",
    "import sqlite3\nsqlite3.connect('{mark}').execute('create table a (b)')",
    "import tempfile\ntempfile.mkstemp()",
    "print('x', file=open('{mark}', 'w'))",
    "x = open('/etc/passwd').read()",
    "x = [*open('/proc/self/environ')]",
    "import logging\nlogging.basicConfig(filename='{mark}')\nlogging.error('x')",
]
NETWORK = [
    "import socket\nsocket.create_connection(('127.0.0.1', {port}))",
    "import _socket\n_socket.socket().connect(('127.0.0.1', {port}))",
    "from urllib.request import urlopen\nurlopen('http://127.0.0.1:{port}')",
    "import http.client as h\nh.HTTPConnection('127.0.0.1', {port}).request('GET', '/')",
    "sum.__self__.__import__('socket').create_connection(('127.0.0.1', {port}))",
    "import asyncio\nasyncio.run(asyncio.open_connection('127.0.0.1', {port}))",
    "import ftplib\nftplib.FTP().connect('127.0.0.1', {port})",
    "import xmlrpc.client as x\nx.ServerProxy('http://127.0.0.1:{port}').a()",
]
PROCESSES = [
    "import subprocess\nsubprocess.run(['touch', '{mark}'])",
    "import multiprocessing as m\nm.Process(target=open, args=('{mark}', 'w')).start()",
    "import threading\nthreading.Thread(target=open, args=('{mark}', 'w')).start()",
    "import ctypes\nctypes.CDLL(None).system(b'touch {mark}')",
    "import pty\npty.spawn(['touch', '{mark}'])",
    "import concurrent.futures as c\nc.ProcessPoolExecutor().submit(open, '{mark}', 'w').result()",
    "import signal\nsignal.setitimer(0, 0)\nwhile True: pass",
    "import resource\nresource.setrlimit(7, (99, 99))",
    "import sys\nsys.addaudithook(print)",
    "import gc\ngc.get_objects()",
    "import atexit\natexit.register(open, '{mark}', 'w')",
    "quit()",
    "exit(7)",
    "raise SystemExit",
    "raise KeyboardInterrupt",
    "input()",
    "breakpoint()",
    "help()",
]
LOOPS = [
    "while True: pass",
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "for i in range(10**12): pass",
    "x = sum(range(10**12))",
    "x = [i for i in range(10**12) if i < 0]",
    "x = max(i for i in range(10**12))",
    "def f(): return f()\nf()",
    "f = lambda g: g(g)\nf(f)",
    "def f(n): return f(n - 1) + f(n - 2) if n > 1 else n\nf(90)",
    "x = [1]\nfor i in x: x.append(i)",
    "x = 10**6 in range(0, 10**30, 3) or all(i >= 0 for i in range(10**11))",
    "x = any(map(lambda i: i < 0, range(10**11)))",
    "x = sorted(range(10**7), key=lambda i: -i % 7919)",
    "x = 'a' * 10**7\ny = x.replace('a', 'b' * 1000)",
    "x = ('a' * 10**5 + 'b').count('a' * 5 * 10**4 + 'c')\nwhile x == x: x = x",
]
MEMORY = [
    "x = [0] * 10**10",
    "x = 'a' * 10**11",
    "x = []\nwhile True: x.append(x * 1)",
    "x = [1]\nwhile True: x += x",
    "x = 'a'\nwhile True: x += x",
    "x = list(range(10**9))",
    "x = {{i: i for i in range(10**9)}}",
    "x = {{*range(10**9)}}",
    "x = tuple(range(10**9))",
    "x = f'{{1:10000000000}}'",
    "x = f'{{1:>9999999999}}'",
    "x = 'a'.join(str(i) for i in range(10**9))",
    "x = [[0] * 10**6 for _ in range(10**6)]",
]
HUGE = [
    "x = 10**10**10",
    "x = 2**2**2**2**2**2",
    "x = pow(7, 10**9)",
    "x = 1 << 10**12",
    "x = 9**9**9 % 7",
    "x = 3\nwhile True: x = x * x",
    "x = int('9' * 10**8)",
    "x = str(10**100000)",
    "x = round(1e308 * 10)",
    "x = float('9' * 10**8)",
    "x = (10**(10**7)) // 3",
    "x = len(str(7**10**7))",
]
SAID = ["['a' * 10**7]", "'\\x00' * 10**6", "[[0] * 10**6] * 9", "{{i: 'x' * 99 for i in range(10**5)}}"]
READ = [
    "(" * 900,
    "[" * 180 + "]" * 180,
    "-" * 1500 + "1",
    "not " * 450 + "1",
    "x" + ".a" * 900,
    "x" + "(x" * 90 + ")" * 90,
    "lambda: " * 240 + "1",
    "1 if 1 else " * 150 + "1",
    "x = 1\0",
    "x = '\ud800'",
    "\ufeff\u202ex = 1",
    "x = " + "9" * 1900,
    "a" * 5000,
    "if 1:\n" + "".join(f"{' ' * i}if 1:\n" for i in range(1, 50)) + " " * 50 + "x = 1",
]
DUNDER = [
    "x = ().__class__",
    "x = (lambda: 0).__globals__",
    "x = (lambda: 0).__code__.replace(co_code=b'')",
    "x = '{{0.__class__.__base__}}'.format(1)",
    "x = '{{0.__self__}}'.format_map({{}})",
    "x = f'{{().__class__}}'",
    "x = [].__reduce_ex__(2)",
    "x = type(1)",
    "x = vars()",
    "x = globals()",
    "x = dir()",
    "__builtins__ = 1",
    "def __import__(a): return 1\nimport b",
    "x = {{}}.__class__.__mro__",
    "x = sum.__self__.print('a')",
    "del __builtins__",
    "@sum.__self__.exec\ndef f(): pass",
    "async def f(): await f()",
    "def f(): yield 1\nx = f().gi_frame.f_builtins",
    "x = (i for i in ()).gi_code",
]
ONES = {
    "file": FILES,
    "network": NETWORK,
    "process": PROCESSES,
    "loop": LOOPS,
    "memory": MEMORY,
    "huge": HUGE,
    "dunder": DUNDER,
}


def programs() -> dict[str, tuple[str, str]]:
    """Name -> source and call."""
    found = {f"{way}, {deed}": (f"{REACH[way]}\n{DEED[deed]}", "1") for way in REACH for deed in DEED}
    found |= {f"{name} {i}": (source, "1") for name, some in ONES.items() for i, source in enumerate(some)}
    found |= {f"read {i}": (source.replace("{", "{{").replace("}", "}}"), "1") for i, source in enumerate(READ)}
    return found | {f"said {i}": ("x = 1", call) for i, call in enumerate(SAID)}
