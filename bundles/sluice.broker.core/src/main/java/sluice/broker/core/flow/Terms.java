package sluice.broker.core.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import sluice.broker.core.model.Policy;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/**
 * Under what terms an observation was released: it may be told under the same terms only, to the same record, whatever happened to the
 * application or the policy while it waited.
 *
 * @param flow stream, purpose and recipient
 * @param signature names and types of the recipient's record, see {@link Shape#signature()}
 * @param release a digest of what the policy releases, and how minimised; not of where it is written
 */
public record Terms(FlowKey flow, String signature, String release) {
    private static final int DIGEST_BYTES = 16;

    public Terms {
        requireNonNull(flow, "flow is null");
        requireNonNull(signature, "signature is null");
        requireNonNull(release, "release is null");
    }

    /**
     * The terms of a ruling.
     *
     * @param flow stream, purpose and recipient
     * @param ruling what the rules say; a no releases nothing
     * @param observation the shape of the recipient's record
     * @return its terms
     */
    public static Terms of(FlowKey flow, Ruling ruling, Shape observation) {
        StringBuilder release = new StringBuilder();
        if (ruling instanceof Ruling.Permitted permitted) {
            release.append(permitted.policy().records()).append('\n');
            if (!permitted.policy().window().isNone()) {
                release.append(permitted.policy().window()).append('\n');
            }
            for (Policy.Release one : permitted.policy().releases()) {
                release.append(one.output())
                        .append('=')
                        .append(one.field())
                        .append(one.steps())
                        .append('\n');
            }
        }
        return new Terms(flow, observation.signature(), digest(release.toString()));
    }

    /**
     * All of it in one text.
     *
     * @return equal for equal terms only
     */
    String text() {
        return flow.stream() + '\n' + flow.purpose() + '\n' + flow.recipient() + '\n' + signature + '\n' + release;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
