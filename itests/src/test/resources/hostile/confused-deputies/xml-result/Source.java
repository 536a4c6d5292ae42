package hostile;

import java.io.StringReader;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

public final class Source {
    public Source() throws Exception {
        TransformerFactory.newInstance()
                .newTransformer()
                .transform(new StreamSource(new StringReader("<x>@SECRET@</x>")), new StreamResult("file:@DROP@/note.xml"));
    }
}
