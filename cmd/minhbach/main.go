// Command minhbach makes a council's transparency portal from data/ and content/.
//
//	minhbach build | check | completion | diff | export-template | help | hosting | import | init | new | reply-form |
//	         schema | serve | version
//
// It is run in the portal's folder, which init makes. What it has to say of the portal's files goes to standard output,
// what it has to say of the machine to standard error; the commands that make files print their paths and nothing else
// there. Only import asks, before it writes. Exit codes:
//
//	0    no error (warnings are allowed)
//	1    an error in the portal's files, or a warning with --strict
//	2    wrong usage
//	3    the machine failed us: disk, permission, another build
//	130  interrupted (SIGINT)
//	143  ended (SIGTERM)
//
// This package reads flags, calls one function, and chooses words and the exit code.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
)

const (
	exitFindings = 1
	exitUsage    = 2
	exitMachine  = 3
	exitSignal   = 128 // and the signal's number
)

func main() {
	ctx := interruptible()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// interrupted is the cause of a context that a signal ended.
type interrupted struct{ syscall.Signal }

func (i interrupted) Error() string { return i.String() }

// interruptible returns a context that ends with the first SIGINT or SIGTERM; a second one ends the
// process at once, as signals do.
func interruptible() context.Context {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		s := <-signals
		signal.Stop(signals)
		cancel(interrupted{s.(syscall.Signal)})
	}()
	return ctx
}

// errFindings says that the findings, already printed, stop the command.
var errFindings = errors.New("findings")

// usagef is an error for a command line that cannot be run.
func usagef(t diag.Text, args ...any) error {
	return &pipeline.Misuse{Text: diag.Text{VI: fmt.Sprintf(t.VI, args...), EN: fmt.Sprintf(t.EN, args...)}}
}

// run runs one command line and returns the exit code.
func run(ctx context.Context, args []string, out, errOut io.Writer) int {
	c := &cli{lang: langOf(args, portalDir, environment), out: out, errOut: errOut}
	root := c.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var signalled interrupted
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &signalled):
		fmt.Fprintln(errOut, textInterrupted.In(c.lang))
		return exitSignal + int(signalled.Signal)
	}
	fmt.Fprintf(errOut, "minhbach: %s\n", c.words(err))
	if errors.As(err, new(*pipeline.Misuse)) {
		fmt.Fprintln(errOut, textSeeHelp.In(c.lang))
		return exitUsage
	}
	return exitMachine
}

// words gives err in the language of the command line, where it has one.
func (c *cli) words(err error) string {
	var spoken interface{ In(lang string) string }
	if errors.As(err, &spoken) {
		return spoken.In(c.lang)
	}
	return err.Error()
}
