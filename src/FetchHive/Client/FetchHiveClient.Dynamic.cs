using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

// For deployments whose names are only known at run time.
public sealed partial class FetchHiveClient
{
    /// <summary>
    /// Invokes a deployment whose name is only known at run time, and waits for the run. If you know the name at compile time, annotate an
    /// interface instead.
    /// </summary>
    /// <param name="deployment">The workflow deployment's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="inputs">The inputs of the Start step, by name; arrays as JSON arrays. The object isn't changed. Null sends an empty
    /// object.</param>
    /// <param name="options">Metadata and user; null for neither.</param>
    /// <param name="cancellationToken">Ends the wait. A run that has started continues.</param>
    /// <returns>The run. Its output can be any JSON; text that is a JSON object or array is parsed.</returns>
    /// <exception cref="ArgumentException">A name is null or blank, a metadata key is empty, or a value has no JSON form.</exception>
    /// <exception cref="FetchHiveException">The call failed; the exception's type says how.</exception>
    /// <exception cref="FetchHiveCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public Task<WorkflowRun<JsonElement>> InvokeAsync(
        string deployment,
        string variant,
        JsonObject? inputs,
        WorkflowCallOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        WorkflowRequest request = WorkflowRequest.Create(this, new WorkflowDeployment(deployment, variant));
        Fill(request, inputs, options);
        return request.SendForRunAsync(OutputReader.AnyJson, cancellationToken);
    }

    /// <summary>
    /// Starts a deployment whose name is only known at run time; the output is posted to the callback URL. If you know the name at compile
    /// time, annotate an interface instead.
    /// </summary>
    /// <param name="deployment">The workflow deployment's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="inputs">The inputs of the Start step, by name; arrays as JSON arrays. The object isn't changed. Null sends an empty
    /// object.</param>
    /// <param name="callbackUrl">An absolute http or https address.</param>
    /// <param name="options">Metadata and user; null for neither.</param>
    /// <param name="cancellationToken">Ends the wait. A run that has started continues.</param>
    /// <returns>The accepted run.</returns>
    /// <exception cref="ArgumentException">A name is null or blank, the callback URL isn't an absolute http or https address, a metadata
    /// key is empty, or a value has no JSON form.</exception>
    /// <exception cref="FetchHiveException">The call failed; the exception's type says how.</exception>
    /// <exception cref="FetchHiveCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public Task<AcceptedRun<JsonElement>> StartAsync(
        string deployment,
        string variant,
        JsonObject? inputs,
        Uri callbackUrl,
        WorkflowCallOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        CallbackContract<JsonElement> contract = new(new WorkflowDeployment(deployment, variant), nameof(StartAsync), OutputReader.AnyJson);
        WorkflowRequest request = WorkflowRequest.Create(this, contract.WorkflowDeployment);
        request.SetCallbackUrl(callbackUrl, nameof(callbackUrl));
        Fill(request, inputs, options);
        return request.SendForAcceptedRunAsync(contract, cancellationToken);
    }

    private static void Fill(WorkflowRequest request, JsonObject? inputs, WorkflowCallOptions? options)
    {
        request.WriteInputs(inputs);
        if (options is not null)
        {
            request.WriteMetadata(options.Metadata, $"{nameof(options)}.{nameof(options.Metadata)}");
            request.SetUser(options.User);
        }
    }
}
