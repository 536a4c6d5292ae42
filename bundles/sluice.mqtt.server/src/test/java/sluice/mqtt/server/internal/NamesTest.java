package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttDataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    /** The platform's client ends its thread on a character that it does not like, and with it the city's line. */
    @Test
    void every_character_that_is_let_through_can_be_received_by_the_platforms_client() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .filter(Names::isPlain)
                        .filter(character -> !canBeReceived("bins/" + character)))
                .isEmpty();
    }

    private static boolean canBeReceived(String topic) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            MqttDataTypes.encodeUTF8(new DataOutputStream(bytes), topic);
            return topic.equals(
                    MqttDataTypes.decodeUTF8(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
        } catch (MqttException | IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void what_people_write_is_let_through() {
        assertThat("bins/north-1/\u00e9t\u00e9/\u5317/\ud83d\uddd1 x.y_z@city:1")
                .matches(Names::isTopic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a/+", "#", "a#", "a::b", "a\u0000", "a\u009f", "a\ufffd", "a\ufdd0", "a\uffff", "a\ud800"})
    void these_are_no_topics(String text) {
        assertThat(Names.isTopic(text)).isFalse();
    }
}
