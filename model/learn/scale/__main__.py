"""Train the sizes of our own scaling law that its log lacks."""

from model.found.scaling import FILE
from model.learn.scale import plan, sweep
from model.learn.study import command

if __name__ == "__main__":
    command(__doc__, FILE, lambda out: sweep(out, plan()))
