package sluice.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes what a distribution trusts: a signed list of its platform's jars, and the guests that it brings and approves. */
@Mojo(name = "trust", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class TrustMojo extends AbstractMojo {
    /** The jars, laid out as in a Maven repository. */
    @Parameter(required = true)
    private File folder;

    /** Artifact ids of those that are guests, and not trusted. */
    @Parameter
    private List<String> guests = List.of();

    /** PKCS#12 file with the key that signs the list. */
    @Parameter(property = "sluice.sign.keystore", required = true)
    private File keystore;

    /** Password of the key store and of the key. */
    @Parameter(property = "sluice.sign.storepass", required = true)
    private String storepass;

    /** Name of the key. */
    @Parameter(property = "sluice.sign.alias", required = true)
    private String alias;

    /** The trust list to write; its signature goes beside it, with {@code .sig} behind its name. */
    @Parameter(required = true)
    private File list;

    /** Where to write the certificate (PEM), if it is wanted. */
    @Parameter
    private @Nullable File certificate;

    /** Where to write the approved guests, if that is wanted. */
    @Parameter
    private @Nullable File approved;

    /** Under what name the signer of the guests is an accepted vendor. */
    @Parameter(property = "sluice.sign.name", defaultValue = "development-key")
    private String vendor;

    /** For Maven. */
    public TrustMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        try {
            write();
        } catch (IOException e) {
            throw new MojoExecutionException("no trust list: " + e.getMessage(), e);
        }
    }

    private void write() throws IOException {
        Platform platform = Platform.read(folder.toPath(), Set.copyOf(guests));
        SigningKey key = SigningKey.open(keystore.toPath(), storepass, alias);
        byte[] text = platform.trustList().getBytes(UTF_8);
        write(list.toPath(), text);
        write(Path.of(list + ".sig"), key.sign(text));
        if (certificate != null) {
            write(certificate.toPath(), key.pem());
        }
        if (approved != null) {
            // Now, and not the time that makes builds repeatable: the key's certificate has to be valid on the day of
            // the approval.
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            write(approved.toPath(), platform.approvedList(vendor, "build", now).getBytes(UTF_8));
        }
        getLog().info("trusts " + platform.platform().size() + " jars; guests "
                + platform.guests().size());
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content);
    }
}
