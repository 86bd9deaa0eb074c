package dev.springtide;

import dev.springtide.architecture.House;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    @Test
    void isAFewRoomsWithoutAWayBack() {
        House.under("dev.springtide").hasRooms("dev.springtide");
    }
}
