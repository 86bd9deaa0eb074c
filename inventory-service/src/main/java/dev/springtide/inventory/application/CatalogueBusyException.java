package dev.springtide.inventory.application;

import org.jspecify.annotations.Nullable;

/** The catalogue can neither be read within its bounds nor answered from a copy. */
public final class CatalogueBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CatalogueBusyException(@Nullable Throwable cause) {
        super("the catalogue cannot be read now", cause);
    }
}
