using System;

namespace FetchHive;

/// <summary>
/// Marks the <see cref="string"/> parameter that identifies the caller's own user. It is sent as <c>user</c> and shown in User Tracking as
/// "User ID" (Fetch Hive docs, <c>user-tracking/identifying-users</c>); <see langword="null"/> sends nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UserAttribute : Attribute;
