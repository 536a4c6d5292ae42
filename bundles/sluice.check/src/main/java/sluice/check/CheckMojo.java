package sluice.check;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import sluice.guard.rules.Fault;
import sluice.guard.rules.FolderScan;
import sluice.guard.rules.JarScan;

/** Fails the build of a guest that the guard would refuse, and says all that is wrong with it. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class CheckMojo extends AbstractMojo {
    /** The jar; without one, the classes are looked at. */
    @Parameter(defaultValue = "${project.artifact.file}")
    private @Nullable File jar;

    /** The compiled classes. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    private File classes;

    /** Leaves the check out; the guard will not. */
    @Parameter(property = "sluice.check.skip", defaultValue = "false")
    private boolean skip;

    /** For Maven. */
    public CheckMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            return;
        }
        List<Fault> faults = faults();
        faults.forEach(fault -> getLog().error(fault.toString()));
        if (!faults.isEmpty()) {
            throw new MojoFailureException(faults.size() + " faults: the guard would refuse this guest");
        }
    }

    private List<Fault> faults() throws MojoExecutionException {
        if (jar != null && jar.isFile()) {
            JarScan.Report report = JarScan.of(jar.toPath());
            getLog().info(new Findings(report).verdict());
            return report.faults();
        }
        try {
            return FolderScan.of(classes.toPath(), "");
        } catch (IOException e) {
            throw new MojoExecutionException("`" + classes + "` can not be read", e);
        }
    }
}
