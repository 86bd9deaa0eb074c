/** Tests of the package of the same name. */
@NullMarked
package dev.springtide.localstack.launcher.showcase;

import org.jspecify.annotations.NullMarked;
