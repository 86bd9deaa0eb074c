package dev.springtide.inventory;

import dev.springtide.architecture.House;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheRingsOfAService() {
        House.under("dev.springtide.inventory").isAService();
    }
}
