package sluice.guard.rules.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.guard.rules.GuestJar;

/** How components and their configuration may be described. */
final class DescriptionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class=\"my.driver.D\" | class=\"sluice.broker.Thing\" | component-class",
                "class=\"my.driver.D\" | class=\"java.lang.Thread\" | component-class",
                "sluice.driver.spi.Driver | javax.servlet.Servlet | component-service",
                "sluice.driver.spi.Driver | java.lang.Runnable | component-service",
                "<service> | <reference interface=\"org.osgi.service.cm.ConfigurationAdmin\"/><service> | component-service",
                "<service> | <reference interface=\"org.osgi.service.component.AnyService\"/><service> | component-service",
                "name=\"my.driver.D\" | name=\"sluice.transport.mqtt\" | foreign-configuration",
                "name=\"my.driver.D\" | name=\"my.driver.D\" configuration-pid=\"$ org.apache.karaf.shell\" | foreign-configuration",
                "name=\"my.driver.D\" | name=\"my.driver.D\" factory=\"x\" | description",
                "name=\"my.driver.D\" | name=\"my.driver.D\" deactivate=\"notifyAll\" | description",
                "name=\"my.driver.D\" | name=\"my.driver.D\" activate=\"printStackTrace\" | description",
                "<service> | <properties entry=\"x\"/><service> | description",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?> | <!DOCTYPE x SYSTEM \"file:///etc/passwd\"> | description",
                "UTF-8 | UTF-16 | description",
                "</scr:component> | </scr:component><x/> | description",
                "v1.3.0 | v9.9.9 | description",
                "<service> | <?xml-stylesheet href=\"x\"?><service> | description",
                "my.driver.D\"> | &xxe;\"> | description",
                "<service> | <x:y xmlns:x=\"z\"/><service> | description",
            })
    void a_component_is_described_as_bnd_does_it(String what, String with, String rule) {
        assertThat(rules(new GuestJar().component(what, with))).containsExactly(rule);
    }

    @Test
    void a_component_may_have_what_annotations_give_it() {
        GuestJar jar = new GuestJar()
                .component(
                        "name=\"my.driver.D\">",
                        "name=\"my.driver.D\" activate=\"start\" modified=\"changed\" configuration-pid=\"$ my.driver.shared\" init=\"1\">"
                                + "<property name=\"alarm\" type=\"Double\" value=\"0.8\"/><property name=\"models\">M1\nM2 &lt;&#65;</property>"
                                + "<reference name=\"r\" interface=\"my.driver.D\" cardinality=\"0..1\" field=\"granted\"/>");
        assertThat(jar.scan(folder).faults()).isEmpty();
    }

    @Test
    void metatype_describes_its_own_configuration_only() {
        String xml =
                "<MetaData xmlns=\"http://www.osgi.org/xmlns/metatype/v1.4.0\"><Designate pid=\"org.apache.karaf.jaas\"/></MetaData>";
        assertThat(rules(new GuestJar().entry("OSGI-INF/metatype/x.xml", xml)))
                .containsExactly("foreign-configuration");
    }

    private List<String> rules(GuestJar jar) {
        return jar.rules(folder);
    }
}
