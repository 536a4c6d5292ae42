package sluice.itests.hostile;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How a case's jar is signed: by the accepted vendor, unless the signature is what the case is about. */
enum Forgery {
    NONE {
        @Override
        void sign(Path jar, Vendor vendor) {
            vendor.sign(jar);
        }
    },
    /** Not at all. */
    UNSIGNED {
        @Override
        void sign(Path jar, Vendor vendor) {
            // the jar stays as it is
        }
    },
    /** By somebody else, whose certificate has the accepted vendor's name. */
    LOOK_ALIKE {
        @Override
        void sign(Path jar, Vendor vendor) {
            Vendor.lookAlike(jar.resolveSibling("look-alike.p12")).sign(jar);
        }
    },
    /** By another accepted vendor. */
    SECOND {
        @Override
        void sign(Path jar, Vendor vendor) {
            Vendor.second().sign(jar);
        }
    },
    /** By the accepted vendor; then one class is put in that nobody signed. */
    ADDED {
        @Override
        void sign(Path jar, Vendor vendor) throws IOException {
            byte[] added = take(jar, "hostile/Added.class");
            vendor.sign(jar);
            try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
                Files.write(zip.getPath("hostile/Added.class"), added);
            }
        }
    };

    static Forgery of(Attack attack, String part) {
        return attack.how("sign-" + part).map(Forgery::valueOf).orElse(NONE);
    }

    abstract void sign(Path jar, Vendor vendor) throws IOException;

    private static byte[] take(Path jar, String entry) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            byte[] bytes = Files.readAllBytes(zip.getPath(entry));
            Files.delete(zip.getPath(entry));
            return bytes;
        }
    }
}
