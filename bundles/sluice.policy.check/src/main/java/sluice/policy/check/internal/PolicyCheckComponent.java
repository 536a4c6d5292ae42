package sluice.policy.check.internal;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;
import sluice.policy.check.PolicyCheck;
import sluice.policy.check.PolicyExport;
import sluice.policy.check.PolicyTests;
import sluice.policy.check.Report;
import sluice.yaml.Folders;

/** The service. Keeps nothing between calls. */
@Component(name = "sluice.policy.check")
public final class PolicyCheckComponent implements PolicyCheck {
    private static final String FOLDER = "${karaf.etc}/sluice";

    @Override
    public Report test(Path folder) {
        return PolicyTests.run(folder);
    }

    @Override
    public Export export(Path folder) {
        return PolicyExport.of(folder);
    }

    @Override
    public Path folder() {
        return Folders.resolve(FOLDER);
    }
}
