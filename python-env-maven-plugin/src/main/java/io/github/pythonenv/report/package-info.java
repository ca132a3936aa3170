/**
 * Makes pages and files of verdicts, metrics and what is installed: JSON, Markdown, one HTML file, JUnit XML. Only values
 * may come in, and nothing here looks at an environment. Texts of packages are foreign, and never become markup.
 */
@NullMarked
package io.github.pythonenv.report;

import org.jspecify.annotations.NullMarked;
