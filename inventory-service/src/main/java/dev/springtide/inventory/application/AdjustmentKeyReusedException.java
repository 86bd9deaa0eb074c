package dev.springtide.inventory.application;

/** The key stands for another adjustment already. */
public final class AdjustmentKeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AdjustmentKeyReusedException() {
        super("the key was used for another adjustment");
    }
}
