using System.Collections.Concurrent;

namespace FetchHive.Emulator.Answers;

/// <summary>
/// Answers to give instead of the regular ones, each to one request, in order. There is one script in front of everything and one for each deployment; what an answer
/// may do (delays, resets, half an answer) is the answer's own affair.
/// </summary>
internal sealed class AnswerScript
{
    private readonly ConcurrentQueue<EmulatorAnswer> _answers = new();

    public void Add(EmulatorAnswer answer) => _answers.Enqueue(answer);

    public EmulatorAnswer? TakeNext() => _answers.TryDequeue(out EmulatorAnswer? answer) ? answer : null;
}
