using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>What a call makes of its answer. Structs, so that the one call method serves all of them without a delegate.</summary>
/// <typeparam name="T">The result.</typeparam>
internal interface IAnswerResult<T>
{
    T Read(in Answer answer, CallContext call);
}

internal readonly struct OutputResult<T>(OutputReader<T> reader) : IAnswerResult<T>
{
    public T Read(in Answer answer, CallContext call) => AnswerReader.Output(answer, call, reader);
}

internal readonly struct RunResult<T>(OutputReader<T> reader) : IAnswerResult<WorkflowRun<T>>
{
    public WorkflowRun<T> Read(in Answer answer, CallContext call) => AnswerReader.Run(answer, call, reader);
}

internal readonly struct AcceptedResult<T>(CallbackContract<T> contract) : IAnswerResult<AcceptedRun<T>>
{
    public AcceptedRun<T> Read(in Answer answer, CallContext call) => AnswerReader.Accepted(answer, call, contract);
}

/// <summary>The run only has to be finished.</summary>
internal readonly struct NoResult : IAnswerResult<bool>
{
    public bool Read(in Answer answer, CallContext call)
    {
        AnswerReader.Finished(answer, call);
        return true;
    }
}
