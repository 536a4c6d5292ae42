package sluice.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.guard.rules.AllowList.Kind;

/**
 * The allow-list against the JDK that runs this test: a line that names nothing is a slip of the pen, and a type with all its members has to
 * bring nothing that nobody looked at.
 */
final class JdkReviewTest {
    private static final AllowList LIST = AllowList.current();

    /** Public types that are not on the list, and of which a type on it inherits; each was looked at, with the members that come from it. */
    private static final Set<String> REVIEWED_ANCESTORS = Set.of(
            "java.util.random.RandomGenerator",
            "java.util.random.RandomGenerator$SplittableGenerator",
            "java.util.random.RandomGenerator$StreamableGenerator");

    private static final Pattern SUSPICIOUS =
            Pattern.compile("now|.*[Dd]efault(Locale|Zone)?|random.*|.*[pP]arallel.*|.*Property|.*[sS]ystem.*"
                    + "|register.*|.*Provider.*|intern|load.*|set(Default|Global).*|wait|notify.*|finalize");

    @Test
    void every_type_is_there_and_public() {
        assertThat(LIST.lines().types().keySet())
                .allSatisfy(name -> assertThat(
                                Modifier.isPublic(JdkMembers.type(name).getModifiers()))
                        .isTrue());
    }

    @Test
    void every_member_that_a_line_names_is_there() {
        List<String> missing = Stream.of(
                        LIST.lines().members(), LIST.lines().denied().keySet())
                .flatMap(Set::stream)
                .filter(line -> JdkMembers.of(JdkMembers.type(line.substring(0, line.indexOf('.')))).stream()
                        .noneMatch(member -> matches(member, line.substring(line.indexOf('.') + 1))))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static boolean matches(Member member, String line) {
        String name = JdkMembers.name(member);
        return line.equals(name) || line.equals(name + JdkMembers.parameters(member));
    }

    @Test
    void every_bootstrap_method_is_there() {
        assertThat(LIST.lines().bootstraps()).hasSize(5).allSatisfy(line -> {
            String owner = line.substring(0, line.indexOf('.'));
            String method = line.substring(line.indexOf('.') + 1);
            assertThat(JdkMembers.type(owner).getMethods())
                    .anyMatch(each -> method.equals(each.getName()
                            + JdkMembers.parameters(each)
                            + each.getReturnType().descriptorString()));
        });
    }

    /** Erasure hides types: a list of modules is a list. What can be called must not bring, even so, what is not on the list. */
    @Test
    void no_member_brings_a_type_that_is_not_on_the_list() {
        List<String> unnoticed = new ArrayList<>();
        each((type, member) -> {
            if (!isRefused(type, member)) {
                JdkMembers.generic(member).stream()
                        .filter(mentioned -> !LIST.isAllowed(mentioned))
                        .forEach(mentioned -> unnoticed.add(shown(type, member) + " brings " + mentioned));
            }
        });
        assertThat(unnoticed).isEmpty();
    }

    /** The JVM finds a member in a type's ancestors: a member that is denied there is denied through every type. */
    @Test
    void what_is_denied_is_denied_through_every_type_that_inherits_it() {
        List<String> open = new ArrayList<>();
        each((type, member) -> JdkMembers.ancestors(type).stream()
                .filter(ancestor -> member instanceof Method)
                .filter(ancestor -> declares(ancestor, member))
                .map(ancestor -> ancestor.getName().replace('.', '/'))
                .filter(ancestor -> LIST.member(ancestor, member.getName(), JdkMembers.parameters(member))
                        .isPresent())
                .filter(ancestor -> !isRefused(type, member))
                .forEach(ancestor -> open.add(shown(type, member) + " as of " + ancestor)));
        assertThat(open).isEmpty();
    }

    private static boolean declares(Class<?> ancestor, Member member) {
        return Stream.of(ancestor.getDeclaredMethods())
                .anyMatch(each -> each.getName().equals(member.getName())
                        && JdkMembers.parameters(each).equals(JdkMembers.parameters(member)));
    }

    @Test
    void what_types_inherit_from_elsewhere_was_looked_at() {
        TreeSet<String> elsewhere = new TreeSet<>();
        each((type, member) -> JdkMembers.ancestors(type).stream()
                .filter(ancestor -> Modifier.isPublic(ancestor.getModifiers())
                        && !LIST.isAllowed(ancestor.getName().replace('.', '/')))
                .forEach(ancestor -> elsewhere.add(ancestor.getName())));
        assertThat(elsewhere).isSubsetOf(REVIEWED_ANCESTORS);
    }

    @Test
    void nothing_that_can_be_written_is_shared() {
        List<String> shared = new ArrayList<>();
        each((type, member) -> {
            boolean isField = !(member instanceof java.lang.reflect.Executable);
            if (isField && Modifier.isStatic(member.getModifiers()) && !Modifier.isFinal(member.getModifiers())) {
                shared.add(shown(type, member));
            }
        });
        assertThat(shared).isEmpty();
    }

    /** A static synchronized method locks its class, which all share. */
    @Test
    void no_member_locks_a_class_of_the_jdk() {
        List<String> locking = new ArrayList<>();
        each((type, member) -> {
            if (Modifier.isStatic(member.getModifiers())
                    && Modifier.isSynchronized(member.getModifiers())
                    && !isRefused(type, member)) {
                locking.add(shown(type, member));
            }
        });
        assertThat(locking).isEmpty();
    }

    /** Clocks, default locales and zones, random numbers and properties, by the names that the JDK gives such methods. */
    @Test
    void no_member_of_a_suspicious_name_is_left() {
        List<String> left = new ArrayList<>();
        each((type, member) -> {
            if (SUSPICIOUS.matcher(member.getName()).matches() && !isRefused(type, member)) {
                left.add(shown(type, member));
            }
        });
        assertThat(left)
                .allMatch(shown -> shown.endsWith(".now(Ljava/time/Clock;)")
                        || shown.endsWith(".getOrDefault(Ljava/lang/Object;Ljava/lang/Object;)")
                        || shown.endsWith(".isParallel()"));
    }

    private static boolean isRefused(Class<?> type, Member member) {
        String name = JdkMembers.name(member);
        String parameters = JdkMembers.parameters(member);
        return LIST.inherited(name, parameters).isPresent()
                || LIST.member(type.getName().replace('.', '/'), name, parameters)
                        .isPresent()
                || JdkMembers.erased(member).stream().anyMatch(mentioned -> !LIST.isAllowed(mentioned));
    }

    private static String shown(Class<?> type, Member member) {
        return type.getName() + '.' + JdkMembers.name(member) + JdkMembers.parameters(member);
    }

    private interface Visit {
        void of(Class<?> type, Member member);
    }

    /** Every member of every type that is on the list with all its members. */
    private static void each(Visit visit) {
        LIST.lines().types().forEach((name, kind) -> {
            if (kind == Kind.OPEN || kind == Kind.TYPE) {
                Class<?> type = JdkMembers.type(name);
                JdkMembers.of(type).forEach(member -> visit.of(type, member));
            }
        });
    }
}
