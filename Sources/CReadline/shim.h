// What of GNU Readline the command uses. C globals and variadic functions do not reach Swift 6: each gets a setter
// or a plain function here. All of it must be called on the main thread.
#include <stdio.h>
#include <stdlib.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

static int triage_readline_newline(int count, int key) {
    (void)count;
    (void)key;
    rl_insert_text("\n");
    return 0;
}

/// Names the program for ~/.inputrc, leaves signals to the caller, and takes the locale of the environment.
static inline void triage_readline_prepare(const char *name) {
    setlocale(LC_ALL, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
    rl_readline_name = name;
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    // A paste stands in the line as one text, its newlines too, until Enter; a dumb terminal cannot mark one.
    const char *terminal = getenv("TERM");
    int marks = terminal && *terminal && strcmp(terminal, "dumb") != 0;
    rl_variable_bind("enable-bracketed-paste", marks ? "on" : "off");
    rl_variable_bind("enable-active-region", "off");
    // Alt-Enter begins another line of the same text.
    rl_bind_keyseq("\\e\\C-m", triage_readline_newline);
    rl_bind_keyseq("\\e\\C-j", triage_readline_newline);
}

/// Bytes that were typed or pasted and not read yet.
static inline int triage_waiting_bytes(void) {
    int count = 0;
    return ioctl(STDIN_FILENO, FIONREAD, &count) == 0 ? count : 0;
}

/// Takes what stands in the line out of it.
static inline void triage_readline_empty(void) {
    rl_replace_line("", 0);
    rl_redisplay();
}

static inline void triage_readline_complete_with(rl_completion_func_t *function) {
    rl_attempted_completion_function = function;
    // A command begins with a character that is no separator.
    rl_basic_word_break_characters = " \t\n";
}

/// No completion of file names where there is nothing to complete.
static inline void triage_readline_no_more_completion(void) {
    rl_attempted_completion_over = 1;
}

/// Takes the line out of the terminal so that something can be printed in its place.
static inline void triage_readline_hide(void) {
    rl_clear_visible_line();
}

/// Puts the line back, below what was printed.
static inline void triage_readline_show(void) {
    rl_on_new_line();
    rl_redisplay();
}

static inline void triage_readline_set_prompt(const char *prompt) {
    rl_set_prompt(prompt);
}

/// Forgets what was typed, as Ctrl-C does in a shell.
static inline void triage_readline_clear(void) {
    rl_crlf();
    rl_replace_line("", 0);
    rl_on_new_line();
    rl_redisplay();
}

static inline void triage_readline_resize(void) {
    rl_resize_terminal();
}

/// Puts a text into the line.
static inline void triage_readline_insert(const char *text) {
    rl_insert_text(text);
}

/// What is typed; valid until the next key.
static inline const char *triage_readline_text(void) {
    return rl_line_buffer ? rl_line_buffer : "";
}

/// Whether something is typed.
static inline int triage_readline_length(void) {
    return rl_end;
}

/// Blocks the signals that a console obeys and returns a descriptor that becomes readable when one comes; -1 on failure.
static inline int triage_signal_descriptor(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGWINCH);
    sigaddset(&set, SIGTSTP);
    if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

/// The next signal that came; 0 when none waits.
static inline int triage_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    if (read(descriptor, &info, sizeof info) != (ssize_t)sizeof info) return 0;
    return (int)info.ssi_signo;
}
