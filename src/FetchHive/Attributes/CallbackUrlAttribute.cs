using System;

namespace FetchHive;

/// <summary>
/// Marks the <see cref="Uri"/> or <see cref="string"/> parameter with the callback URL, to which the output is delivered. The call then
/// asks for callback delivery (<c>async.enabled</c>, <c>async.callback_url</c>) and returns an <see cref="AcceptedRun{T}"/> at once.
/// </summary>
/// <remarks>
/// The address must be absolute; the service's own SDKs require https (Fetch Hive docs, <c>api-reference/invoke-workflow</c>).
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CallbackUrlAttribute : Attribute;
