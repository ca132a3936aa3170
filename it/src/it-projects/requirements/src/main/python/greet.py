import humanize
from slugify import slugify

print(f"greeting: {slugify('Hello, World')} {humanize.intcomma(1234567)}")
