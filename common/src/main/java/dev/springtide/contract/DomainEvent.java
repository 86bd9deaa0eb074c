package dev.springtide.contract;

/** A fact that one service publishes; the record's shape is its wire form. */
public interface DomainEvent {

    /** The record key: all events of one aggregate keep their order. */
    String aggregateId();
}
