package io.github.pythonenv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserFailureTest {

    @Test
    void keepsWhatHappenedApartFromWhatToDo() {
        Exception cause = new Exception("deep");

        assertThat(new UserFailure("what", "do")).hasMessage("what").hasNoCause();
        assertThat(new UserFailure("what", "do", cause)).hasMessage("what").hasCause(cause);
        assertThat(new UserFailure("what", "do", cause).hint()).isEqualTo("do");
    }
}
