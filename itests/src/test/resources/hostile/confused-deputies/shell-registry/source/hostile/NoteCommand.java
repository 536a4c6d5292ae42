package hostile;

import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;

public final class NoteCommand implements Command {
    @Override
    public String getScope() {
        return "hostile";
    }

    @Override
    public String getName() {
        return "note";
    }

    @Override
    public String getDescription() {
        return "@SECRET@";
    }

    @Override
    public Completer getCompleter(boolean isScoped) {
        return null;
    }

    @Override
    public Parser getParser() {
        return null;
    }

    @Override
    public Object execute(Session session, List<Object> arguments) {
        return null;
    }
}
