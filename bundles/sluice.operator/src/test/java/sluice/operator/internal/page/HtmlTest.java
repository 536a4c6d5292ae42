package sluice.operator.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void text_and_attributes_are_escaped() {
        String hostile = "<script>\"'&\u0000\u202e";
        assertThat(new Html().leaf("span", hostile, "title", hostile).toString())
                .isEqualTo("<span title=\"&lt;script&gt;&quot;&#39;&amp;\ufffd\ufffd\">"
                        + "&lt;script&gt;&quot;&#39;&amp;\ufffd\ufffd</span>");
    }

    @Test
    void characters_outside_the_basic_plane_stay_whole_and_half_ones_do_not_pass() {
        assertThat(new Html().leaf("b", "\ud83d\ude00\ud83d").toString()).isEqualTo("<b>\ud83d\ude00\ufffd</b>");
    }

    @Test
    void an_attribute_without_a_value_is_left_out() {
        assertThat(new Html().leaf("b", "x", "class", "").toString()).isEqualTo("<b>x</b>");
    }

    @Test
    void an_element_that_was_not_closed_is_a_bug() {
        assertThatThrownBy(() -> new Html().open("table").toString()).hasMessage("`table` was not closed");
    }
}
