/**
 * What to install, and uv, which installs it. Knows requirements files and locks, and how to tell what an environment
 * holds; nothing of runtimes, generations or Maven may come in.
 */
@NullMarked
package io.github.pythonenv.packages;

import org.jspecify.annotations.NullMarked;
