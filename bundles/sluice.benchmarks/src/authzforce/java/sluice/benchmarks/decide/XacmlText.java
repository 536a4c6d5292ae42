package sluice.benchmarks.decide;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Rules as a policy of XACML 3.0: one rule a triple, permitted as soon as one of them says so, denied otherwise. Source: OASIS, eXtensible
 * Access Control Markup Language 3.0, sections 5 (elements), 7.7 and C.7 ({@code deny-unless-permit}), A.3.1 ({@code string-equal}).
 */
final class XacmlText {
    static final String POLICY = "sluice";
    static final String SUBJECT = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
    static final String RESOURCE = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
    static final String ACTION = "urn:oasis:names:tc:xacml:3.0:attribute-category:action";

    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

    private XacmlText() {}

    /** The policy. */
    static String policy(List<Triple> rules) {
        return rules.stream()
                .map(XacmlText::rule)
                .collect(joining(
                        "",
                        """
                        <Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="%s" Version="1.0"
                            RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-unless-permit"><Target/>
                        """
                                .formatted(POLICY),
                        "</Policy>"));
    }

    /** The engine's configuration: all standard, and the policy from a file beside it. */
    static String configuration(String policyFile) {
        return """
                <pdp xmlns="http://authzforce.github.io/core/xmlns/pdp/8" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="8.1">
                  <policyProvider id="rules" xsi:type="StaticPolicyProvider">
                    <policyLocation>${PARENT_DIR}/%s</policyLocation>
                  </policyProvider>
                  <rootPolicyRef>%s</rootPolicyRef>
                </pdp>
                """
                .formatted(policyFile, POLICY);
    }

    private static String rule(Triple rule) {
        return """
                <Rule RuleId="%s" Effect="Permit"><Target><AnyOf><AllOf>%s%s%s</AllOf></AnyOf></Target></Rule>
                """
                .formatted(
                        rule.recipient(),
                        match(SUBJECT, "recipient", rule.recipient()),
                        match(RESOURCE, "stream", rule.stream()),
                        match(ACTION, "purpose", rule.purpose()));
    }

    private static String match(String category, String attribute, String value) {
        return """
                <Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
                  <AttributeValue DataType="%s">%s</AttributeValue>
                  <AttributeDesignator Category="%s" AttributeId="%s" DataType="%s" MustBePresent="false"/>
                </Match>
                """
                .formatted(STRING, value, category, attribute, STRING);
    }
}
