/**
 * Known vulnerabilities: what a service answered, judged by what the project has decided about some of them. Values and
 * texts only; whoever asks the service is elsewhere.
 */
@NullMarked
package io.github.pythonenv.audit;

import org.jspecify.annotations.NullMarked;
