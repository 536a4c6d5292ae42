package hostile;

import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

public final class Source {
    public Source() throws Exception {
        FileHandler handler = new FileHandler("@DROP@/log");
        handler.publish(new LogRecord(Level.INFO, "@SECRET@"));
        handler.close();
    }
}
