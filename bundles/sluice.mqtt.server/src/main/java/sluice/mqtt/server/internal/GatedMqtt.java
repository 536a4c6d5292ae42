package sluice.mqtt.server.internal;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTRoutingHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;

/** Artemis' MQTT with a {@link Gate} in front of each connection, and a bound on what the decoder takes. */
@SuppressWarnings("rawtypes") // as the methods that it overrides
final class GatedMqtt extends MQTTProtocolManagerFactory {
    private final Gates gates;

    GatedMqtt(Gates gates) {
        this.gates = gates;
    }

    @Override
    public ProtocolManager<MQTTInterceptor, MQTTRoutingHandler> createProtocolManager(
            ActiveMQServer server,
            Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing)
            throws Exception {
        return new Gated(
                (MQTTProtocolManager) super.createProtocolManager(server, parameters, incoming, outgoing), gates);
    }

    /** Everything is Artemis' own but the handlers of a new connection. */
    private record Gated(MQTTProtocolManager inner, Gates gates)
            implements ProtocolManager<MQTTInterceptor, MQTTRoutingHandler> {
        @Override
        public void addChannelHandlers(ChannelPipeline pipeline) {
            inner.addChannelHandlers(pipeline);
            // Artemis' decoder takes packets of up to 256 MB from anybody
            pipeline.replace(MqttDecoder.class, null, new MqttDecoder(Gate.LONGEST_CONNECT));
            ChannelHandler artemis = pipeline.get(MQTTProtocolHandler.class);
            pipeline.addBefore(pipeline.context(artemis).name(), "gate", new Gate(gates));
        }

        @Override
        public ProtocolManagerFactory<MQTTInterceptor> getFactory() {
            return new GatedMqtt(gates);
        }

        @Override
        public void updateInterceptors(List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) {
            inner.updateInterceptors(incoming, outgoing);
        }

        @Override
        public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection connection) {
            return inner.createConnectionEntry(acceptor, connection);
        }

        @Override
        public void handleBuffer(RemotingConnection connection, ActiveMQBuffer buffer) {
            inner.handleBuffer(connection, buffer);
        }

        @Override
        public boolean isProtocol(byte[] start) {
            return inner.isProtocol(start);
        }

        /** So that what is no MQTT comes to the gate and ends there; Artemis would log it and leave it open. */
        @Override
        public boolean acceptsNoHandshake() {
            return true;
        }

        @Override
        public void handshake(NettyServerConnection connection, ActiveMQBuffer buffer) {
            inner.handshake(connection, buffer);
        }

        @Override
        public List<String> websocketSubprotocolIdentifiers() {
            return List.of();
        }

        @Override
        public void setAnycastPrefix(String prefix) {
            inner.setAnycastPrefix(prefix);
        }

        @Override
        public void setMulticastPrefix(String prefix) {
            inner.setMulticastPrefix(prefix);
        }

        @Override
        public Map<SimpleString, RoutingType> getPrefixes() {
            return inner.getPrefixes();
        }

        @Override
        public void setSecurityDomain(String domain) {
            inner.setSecurityDomain(domain);
        }

        @Override
        public String getSecurityDomain() {
            return inner.getSecurityDomain();
        }

        @Override
        public MQTTRoutingHandler getRoutingHandler() {
            return inner.getRoutingHandler();
        }
    }
}
