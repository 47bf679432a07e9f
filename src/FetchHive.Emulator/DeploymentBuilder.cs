using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Snippets;

namespace FetchHive.Emulator;

/// <summary>
/// Describes one variant of a deployed workflow: its Start inputs and the output of its runs. Exactly one of the <c>Returns</c> methods,
/// <see cref="ReturnsImage(EmulatedImage[])"/> or <see cref="Fails"/> must be called.
/// </summary>
/// <remarks>
/// A function given to <c>Returns</c> gets a copy of the request's <c>inputs</c>, may be called by several requests at once, and may throw
/// <see cref="EmulatedRunFailureException"/> to fail that run. Its cancellation token is cancelled when the emulator is disposed, but not
/// when the caller hangs up: the service documents no way to stop a run.
/// </remarks>
public sealed partial class DeploymentBuilder
{
    private readonly string _deployment;
    private readonly string _variant;
    private readonly List<EmulatedInput> _inputs = [];
    private WorkflowFunction? _function;
    private string? _webhookSecret;
    private bool _queued;
    private bool _requiresCallback;
    private bool _isBuilt;

    internal DeploymentBuilder(string deployment, string variant)
    {
        _deployment = deployment;
        _variant = variant;
    }

    /// <summary>Declares a Start input of type text: it takes a JSON string.</summary>
    /// <param name="name">The input's key in <c>inputs</c>.</param>
    /// <param name="required">Whether a call without it is refused.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or already declared.</exception>
    public DeploymentBuilder TakesText(string name, bool required = true) => Declare(name, EmulatedInputKind.Text, required);

    /// <summary>
    /// Declares a Start input of type array: it takes a native JSON array, not a string with an array in it (documented at
    /// <c>api-reference/invoke-workflow</c>).
    /// </summary>
    /// <inheritdoc cref="TakesText"/>
    public DeploymentBuilder TakesArray(string name, bool required = true) => Declare(name, EmulatedInputKind.Array, required);

    /// <summary>
    /// Declares a Start input that takes any JSON value, for types other than text and array. The documentation names no others.
    /// </summary>
    /// <inheritdoc cref="TakesText"/>
    public DeploymentBuilder TakesAnyValue(string name, bool required = true) => Declare(name, EmulatedInputKind.Any, required);

    /// <summary>Each run yields this text.</summary>
    /// <param name="output">The run's <c>output</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The output of a run was already set.</exception>
    public DeploymentBuilder Returns(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Yield((_, _) => Task.FromResult<JsonNode?>(JsonValue.Create(output)));
    }

    /// <summary>Each run yields this JSON value.</summary>
    /// <inheritdoc cref="Returns(string)"/>
    public DeploymentBuilder Returns(JsonNode? output)
    {
        // A copy, so that the test can change its own node.
        JsonNode? copy = output?.DeepClone();
        return Yield((_, _) => Task.FromResult(copy));
    }

    /// <summary>Each run yields the text that the function returns for its inputs.</summary>
    /// <param name="output">Returns the run's <c>output</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The output of a run was already set.</exception>
    public DeploymentBuilder Returns(Func<JsonObject, string?> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Yield((inputs, _) => Task.FromResult<JsonNode?>(JsonValue.Create(output(inputs))));
    }

    /// <summary>Each run yields the JSON value that the function returns for its inputs.</summary>
    /// <inheritdoc cref="Returns(Func{JsonObject, string?})"/>
    public DeploymentBuilder Returns(Func<JsonObject, JsonNode?> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Yield((inputs, _) => Task.FromResult(output(inputs)));
    }

    /// <summary>Each run yields the text that the asynchronous function returns for its inputs.</summary>
    /// <inheritdoc cref="Returns(Func{JsonObject, string?})"/>
    public DeploymentBuilder Returns(Func<JsonObject, Task<string?>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Yield(async (inputs, _) => JsonValue.Create(await output(inputs).ConfigureAwait(false)));
    }

    /// <summary>Each run yields the JSON value that the asynchronous function returns for its inputs.</summary>
    /// <inheritdoc cref="Returns(Func{JsonObject, string?})"/>
    public DeploymentBuilder Returns(Func<JsonObject, Task<JsonNode?>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Yield((inputs, _) => output(inputs));
    }

    /// <summary>
    /// Each run yields the text that the asynchronous function returns for its inputs. The function's token is cancelled when the emulator
    /// is disposed.
    /// </summary>
    /// <inheritdoc cref="Returns(Func{JsonObject, string?})"/>
    public DeploymentBuilder Returns(Func<JsonObject, CancellationToken, Task<string?>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Yield(async (inputs, cancellationToken) => JsonValue.Create(await output(inputs, cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>
    /// Each run yields the JSON value that the asynchronous function returns for its inputs. The function's token is cancelled when the
    /// emulator is disposed.
    /// </summary>
    /// <inheritdoc cref="Returns(Func{JsonObject, string?})"/>
    public DeploymentBuilder Returns(Func<JsonObject, CancellationToken, Task<JsonNode?>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Yield((inputs, cancellationToken) => output(inputs, cancellationToken));
    }

    /// <summary>
    /// Each run yields the output of a workflow whose last step generates images: <c>settings</c> and <c>assets</c> (documented at
    /// <c>api-reference/invoke-workflow</c>).
    /// </summary>
    /// <param name="images">The assets; one with default values when there are none.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The output of a run was already set.</exception>
    public DeploymentBuilder ReturnsImage(params EmulatedImage[] images) => ReturnsImage(null, images);

    /// <summary>Each run yields the output of a workflow whose last step generates images, with your own settings.</summary>
    /// <param name="settings">The output's <c>settings</c>, which vary by provider; the documentation's sample when
    /// <see langword="null"/>.</param>
    /// <param name="images">The assets; one with default values when there are none.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The output of a run was already set.</exception>
    public DeploymentBuilder ReturnsImage(JsonObject? settings, params EmulatedImage[] images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Returns(EmulatedImage.OutputJson(settings, images.Length == 0 ? [new EmulatedImage()] : images));
    }

    /// <summary>Each run fails.</summary>
    /// <param name="error">What the caller reads as <c>error</c>.</param>
    /// <param name="errorCode">What the caller reads as <c>error_code</c>, such as <c>model_deprecated</c>; none when
    /// <see langword="null"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="error"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">The output of a run was already set.</exception>
    public DeploymentBuilder Fails(string error, string? errorCode = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(error);
        return Yield((_, _) => throw new EmulatedRunFailureException(error, errorCode));
    }

    /// <summary>
    /// Calls with callback delivery are answered with <c>queued</c> instead of <c>running</c>, as the service does at high concurrency
    /// (documented at <c>api-reference/invoke-workflow</c>).
    /// </summary>
    /// <returns>The same builder.</returns>
    public DeploymentBuilder QueuesRuns()
    {
        ThrowIfBuilt();
        _queued = true;
        return this;
    }

    /// <summary>
    /// Refuses direct calls, as the service does for a workflow with a Human in the Loop step (documented at
    /// <c>workflows/run-with-api</c>).
    /// </summary>
    /// <returns>The same builder.</returns>
    public DeploymentBuilder RequiresCallback()
    {
        ThrowIfBuilt();
        _requiresCallback = true;
        return this;
    }

    /// <summary>
    /// Sets the secret that signs the callbacks and comes as <c>webhook_secret</c> with the response to a call with callback delivery. The
    /// service has one for each deployment, so its variants share it. Default: a random one.
    /// </summary>
    /// <param name="secret">The secret.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    public DeploymentBuilder UsesWebhookSecret(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        ThrowIfBuilt();
        _webhookSecret = secret;
        return this;
    }

    internal Deployment Build(string? sharedSecret, DeployedSnippet? snippet, Deployment? replaced)
    {
        if (_function is null && _snippet is null)
        {
            throw new InvalidOperationException($"The output of {this} isn't set: call Returns, ReturnsImage or Fails.");
        }

        _isBuilt = true;
        return new Deployment
        {
            Name = _deployment,
            Variant = _variant,
            Inputs = _inputs.ToArray(),
            Function = _function ?? WithoutSample,
            TakesUnknownInputs = _takesUnknownInputs,
            Snippet = snippet,
            SnippetPath = _snippet?.Path,
            IsQueued = _queued,
            RequiresCallback = _requiresCallback,
            WebhookSecret = _webhookSecret ?? sharedSecret ?? Secrets.NewWebhookSecret(),
            Script = replaced?.Script ?? new(),
            Deliveries = replaced?.Deliveries ?? new(),
        };
    }

    /// <summary>The names of the deployment and the variant.</summary>
    public override string ToString() => $"\"{_deployment}\"/\"{_variant}\"";

    private DeploymentBuilder Declare(string name, EmulatedInputKind kind, bool required)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ThrowIfBuilt();
        int known = _inputs.FindIndex(input => input.Name == name);
        if (known >= 0 && _ofSnippet.Remove(name))
        {
            _inputs[known] = new EmulatedInput { Name = name, Kind = kind, IsRequired = required, SampleJson = _inputs[known].SampleJson };
            return this;
        }

        if (known >= 0)
        {
            throw new ArgumentException($"The input \"{name}\" of {this} is already declared. Declare each input once.", nameof(name));
        }

        _inputs.Add(new EmulatedInput { Name = name, Kind = kind, IsRequired = required });
        return this;
    }

    private DeploymentBuilder Yield(WorkflowFunction function)
    {
        ThrowIfBuilt();
        if (_function is not null && !_returnsSamples)
        {
            throw new InvalidOperationException($"The output of {this} is already set. Call Returns, ReturnsImage or Fails once.");
        }

        _function = function;
        _returnsSamples = false;
        return this;
    }

    private void ThrowIfBuilt()
    {
        if (_isBuilt)
        {
            throw new InvalidOperationException($"{this} is already deployed and can't be changed. Deploy another variant instead.");
        }
    }
}
