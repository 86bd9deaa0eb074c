package dev.springtide.contract;

/**
 * How a kind of event looks on the wire.
 *
 * @param name the CloudEvents type, such as {@code dev.springtide.order.created.v1}
 * @param record the class whose components are the JSON properties
 * @param topic where it is published
 */
public record EventType<E extends DomainEvent>(String name, Class<E> record, String topic) {

    /** The classpath location of the JSON Schema of the body. */
    public String schemaLocation() {
        return "contract/schemas/" + name + ".json";
    }
}
