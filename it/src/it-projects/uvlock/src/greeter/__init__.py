from slugify import slugify


def greeting() -> str:
    return "greeting: " + slugify("Hello, World")


def main() -> None:
    print(greeting())
