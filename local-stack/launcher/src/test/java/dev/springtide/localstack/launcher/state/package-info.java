/** Tests of the package of the same name. */
@NullMarked
package dev.springtide.localstack.launcher.state;

import org.jspecify.annotations.NullMarked;
