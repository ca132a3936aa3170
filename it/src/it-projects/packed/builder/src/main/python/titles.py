from slugify import slugify


def slug(title):
    return slugify(title)
