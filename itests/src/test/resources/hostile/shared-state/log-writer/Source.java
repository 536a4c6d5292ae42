package hostile;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;

public final class Source {
    public Source() throws Exception {
        DriverManager.setLogWriter(new PrintWriter(new StringWriter()) {
            @Override
            public String toString() {
                return "@SECRET@";
            }
        });
    }
}
