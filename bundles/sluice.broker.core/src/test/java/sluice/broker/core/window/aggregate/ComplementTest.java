package sluice.broker.core.window.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The attack: somebody knows the true total of each row and each column, because he counted at the corner or read it elsewhere, sees which groups
 * are told, and even knows which of the others are empty. Can he compute a count of few?
 */
final class ComplementTest {
    private static final int TABLES = 3_000;
    private static final int AT_LEAST = 11;

    private final SplittableRandom random = new SplittableRandom(20);

    @Test
    void with_all_totals_of_rows_and_columns_no_small_count_can_be_computed() {
        int told = 0;
        for (int i = 0; i < TABLES; i++) {
            Table table = new Table(2 + random.nextInt(7), 2 + random.nextInt(7));
            Complement.ofTable(table.lines, table.counts, table.hidden, AT_LEAST, random);
            assertThat(table.recovered()).as("table " + i).isZero();
            told += table.told();
        }
        assertThat(told).as("hiding everything would be no art").isGreaterThan(TABLES);
    }

    /** Without it the attack does succeed, so that the test above can fail. */
    @Test
    void a_threshold_alone_gives_small_counts_away() {
        int recovered = 0;
        for (int i = 0; i < TABLES; i++) {
            recovered += new Table(4, 4).recovered();
        }
        assertThat(recovered).isGreaterThan(TABLES / 2);
    }

    @Test
    void the_hidden_of_a_line_are_never_few_together_while_something_else_could_be_hidden_too() {
        for (int i = 0; i < TABLES; i++) {
            Table line = new Table(1, 2 + random.nextInt(9));
            Complement.ofLine(line.counts, line.hidden, AT_LEAST, random);
            long hidden = 0;
            for (int cell = 0; cell < line.counts.length; cell++) {
                hidden += line.hidden[cell] ? line.counts[cell] : 0;
            }
            assertThat(hidden == 0 || hidden >= AT_LEAST || line.told() == 0).isTrue();
        }
    }

    /** Ten and ten hidden under a total of twenty would be known: each is ten at most. */
    @Test
    void two_groups_that_are_as_great_as_a_small_one_can_be_are_not_alone() {
        int[] counts = {10, 10, 40, 50};
        boolean[] hidden = {true, true, false, false};

        Complement.ofLine(counts, hidden, AT_LEAST, random);

        assertThat(hidden[2] || hidden[3]).isTrue();
    }

    @Test
    void where_nothing_is_small_nothing_is_hidden() {
        int[] counts = {11, 40, 50};
        boolean[] hidden = new boolean[3];

        Complement.ofLine(counts, hidden, AT_LEAST, random);

        assertThat(hidden).containsExactly(false, false, false);
    }

    /** What is hidden besides must not be the smallest: that would tell that the others are greater. */
    @Test
    void any_group_may_be_the_one_that_is_hidden_besides() {
        int[] times = new int[4];
        for (int i = 0; i < TABLES; i++) {
            boolean[] hidden = {true, false, false, false};
            Complement.ofLine(new int[] {3, 20, 200, 2_000}, hidden, AT_LEAST, random);
            for (int cell = 1; cell < 4; cell++) {
                times[cell] += hidden[cell] ? 1 : 0;
            }
        }
        assertThat(times[1]).isBetween(TABLES / 4, TABLES / 2);
        assertThat(times[2]).isBetween(TABLES / 4, TABLES / 2);
        assertThat(times[3]).isBetween(TABLES / 4, TABLES / 2);
    }

    private final class Table {
        private final int rows;
        private final int columns;
        private final int[] counts;
        private final int[][] lines;
        private final boolean[] hidden;

        Table(int rows, int columns) {
            this.rows = rows;
            this.columns = columns;
            counts = new int[rows * columns];
            lines = new int[counts.length][];
            hidden = new boolean[counts.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = random.nextInt(4) == 0 ? random.nextInt(AT_LEAST) : AT_LEAST + random.nextInt(60);
                lines[i] = new int[] {i / columns, rows + i % columns};
                hidden[i] = counts[i] < AT_LEAST;
            }
        }

        int told() {
            int told = 0;
            for (boolean one : hidden) {
                told += one ? 0 : 1;
            }
            return told;
        }

        /** How many small counts the equations of all lines determine, of those that no single total gives away by itself. */
        int recovered() {
            double[][] equations = reduced();
            int recovered = 0;
            for (double[] equation : equations) {
                int unknowns = 0;
                int last = -1;
                for (int i = 0; i < counts.length; i++) {
                    if (Math.abs(equation[i]) > 1e-9) {
                        unknowns++;
                        last = i;
                    }
                }
                recovered += unknowns == 1 && counts[last] < AT_LEAST && !isWhollyHidden(last) ? 1 : 0;
            }
            return recovered;
        }

        /** Where all of a line is hidden nothing more can be done; its total tells what it tells. */
        private boolean isWhollyHidden(int cell) {
            boolean row = true;
            boolean column = true;
            for (int i = 0; i < counts.length; i++) {
                row &= lines[i][0] != lines[cell][0] || hidden[i] || counts[i] == 0;
                column &= lines[i][1] != lines[cell][1] || hidden[i] || counts[i] == 0;
            }
            return row && column;
        }

        /** Gauss and Jordan: each row says what is known of the hidden counts; empty groups are known to be empty. */
        private double[][] reduced() {
            double[][] system = new double[rows + columns][counts.length];
            for (int i = 0; i < counts.length; i++) {
                double unknown = hidden[i] && counts[i] > 0 ? 1 : 0;
                system[lines[i][0]][i] = unknown;
                system[lines[i][1]][i] = unknown;
            }
            int rank = 0;
            for (int i = 0; i < counts.length && rank < system.length; i++) {
                int pivot = pivot(system, rank, i);
                if (pivot >= 0) {
                    double[] row = system[pivot];
                    system[pivot] = system[rank];
                    system[rank] = row;
                    eliminate(system, rank, i);
                    rank++;
                }
            }
            return system;
        }

        private int pivot(double[][] system, int from, int column) {
            for (int row = from; row < system.length; row++) {
                if (Math.abs(system[row][column]) > 1e-9) {
                    return row;
                }
            }
            return -1;
        }

        private void eliminate(double[][] system, int at, int column) {
            double head = system[at][column];
            for (int i = 0; i < counts.length; i++) {
                system[at][i] /= head;
            }
            for (int row = 0; row < system.length; row++) {
                double factor = row == at ? 0 : system[row][column];
                for (int i = 0; i < counts.length && factor != 0; i++) {
                    system[row][i] -= factor * system[at][i];
                }
            }
        }
    }
}
