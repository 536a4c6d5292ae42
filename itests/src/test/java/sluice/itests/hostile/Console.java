package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import sluice.itests.outside.Distribution;

/** The web console, as a browser uses it in which an operator is logged in. */
final class Console {
    private static final String BOUNDARY = "--------hostile";

    private Console() {}

    /** Uploads a bundle and has it started; gives what the console said. */
    static String upload(Distribution distribution, Path jar) {
        String origin = "http://127.0.0.1:" + distribution.instance().ports().http();
        String login = "operator:" + distribution.password();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/system/console/bundles"))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .header("Origin", origin)
                    .header("Referer", origin + "/system/console/bundles")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(form(jar)))
                    .build();
            return Integer.toString(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] form(Path jar) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        Map.of("action", "install", "bundlestart", "start", "bundlestartlevel", "80")
                .forEach((name, value) ->
                        form.writeBytes(part("name=\"" + name + "\"", "text/plain", value.getBytes(UTF_8))));
        form.writeBytes(part(
                "name=\"bundlefile\"; filename=\"hostile.jar\"", "application/java-archive", Files.readAllBytes(jar)));
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return form.toByteArray();
    }

    private static byte[] part(String disposition, String type, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }
}
