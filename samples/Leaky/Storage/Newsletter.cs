using Microsoft.AspNetCore.Identity;

namespace Leaky.Storage;

/// <summary>Who wants to hear from us, as the shop keeps it.</summary>
internal sealed class Subscriber
{
    public int Id { get; set; }

    [PersonalData]
    public string Email { get; set; } = "";

    public DateOnly? DateOfBirth { get; set; } // UC2007

    public string Country { get; set; } = "";
}
