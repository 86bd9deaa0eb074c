/** Tests of the package of the same name. */
@NullMarked
package dev.springtide.localstack.launcher.audit;

import org.jspecify.annotations.NullMarked;
