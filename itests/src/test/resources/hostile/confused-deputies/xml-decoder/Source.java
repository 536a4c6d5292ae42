package hostile;

import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;

public final class Source {
    public Source() throws Exception {
        String text = "<java><void class='java.lang.System' method='setProperty'><string>hostile.note</string><string>@SECRET@</string></void></java>";
        new XMLDecoder(new ByteArrayInputStream(text.getBytes())).readObject();
    }
}
