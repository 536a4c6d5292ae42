package sluice.policy.check;

import java.nio.file.Path;

/** The check as a service of the platform. It works on files, in force or not, and touches nothing that runs. */
public interface PolicyCheck {
    /**
     * Runs the tests of a folder.
     *
     * @param folder see {@link PolicyTests#run}
     * @return what came of it
     */
    Report test(Path folder);

    /**
     * Tells a folder's policies as ODRL 2.2 with terms of the W3C Data Privacy Vocabulary.
     *
     * @param folder as for {@link #test}
     * @return the JSON-LD, or what is wrong with the files
     */
    Export export(Path folder);

    /**
     * The city's own folder.
     *
     * @return as the platform's configuration names it
     */
    Path folder();

    /**
     * An export.
     *
     * @param jsonLd the document; empty if there is a problem
     * @param problems what is wrong with the files, in lines; empty if nothing is
     */
    record Export(String jsonLd, String problems) {}
}
