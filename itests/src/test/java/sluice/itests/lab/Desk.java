package sluice.itests.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;

/** Takes one order a line, words URL-encoded, and gives one line back, URL-encoded; what failed begins with {@code !}. */
final class Desk implements Runnable {
    private final ServerSocket socket;
    private final Orders orders;

    Desk(ServerSocket socket, Orders orders) {
        this.socket = socket;
        this.orders = orders;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> serve(client), "lab-client");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // the bundle was stopped
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            OutputStream out = client.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                List<String> words = Stream.of(line.split(" "))
                        .map(word -> URLDecoder.decode(word, UTF_8))
                        .toList();
                out.write((URLEncoder.encode(answer(words), UTF_8) + "\n").getBytes(UTF_8));
            }
        } catch (IOException left) {
            // the test has what it wanted
        }
    }

    private String answer(List<String> words) {
        try {
            return orders.obey(words);
        } catch (Throwable e) { // a refused class comes as an error
            return "!" + Causes.of(e);
        }
    }
}
