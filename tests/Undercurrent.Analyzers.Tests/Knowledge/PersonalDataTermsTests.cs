using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Tests.Knowledge;

public sealed class PersonalDataTermsTests
{
    [Theory]
    [InlineData("CustomerEmail", "email")]
    [InlineData("_customerEMails", "email")]
    [InlineData("emailaddress", "email")]
    [InlineData("e_mail", "email")]
    [InlineData("PhoneNumber", "phone")]
    [InlineData("SSNs", "national-id")]
    [InlineData("dateofbirth", "date-of-birth")]
    [InlineData("DOB", "date-of-birth")]
    [InlineData("ClientIPAddress", "online-id")]
    [InlineData("iban", "bank-account")]
    [InlineData("ShippingStreet", "postal-address")]
    [InlineData("last_name", "last-name")]
    public void Finds_whole_words(string identifier, string kind) => Assert.Equal(kind, PersonalDataTerms.Known.FindIn(identifier)?.Kind);

    [Theory]
    [InlineData("sessionName")]
    [InlineData("className")]
    [InlineData("Emailed")]
    [InlineData("EmailTemplate")]
    [InlineData("EmailSender")]
    [InlineData("emailsSent")]
    [InlineData("EmailConfirmed")]
    [InlineData("PhoneModel")]
    [InlineData("IpRange")]
    [InlineData("FileName")]
    [InlineData("HostName")]
    [InlineData("MaskedEmail")]
    [InlineData("EmailHash")]
    [InlineData("customerId")]
    [InlineData("panel")]
    [InlineData("storage")]
    [InlineData("AvatarColor")]
    public void Finds_nothing_in_innocent_names(string identifier) => Assert.Null(PersonalDataTerms.Known.FindIn(identifier));

    [Theory]
    [InlineData("Name", "Customer", "Medium")]
    [InlineData("Address", "Customer", "Medium")]
    [InlineData("Address", "Depot", "Low")]
    [InlineData("Email", "Customer", "High")]
    [InlineData("Email", "Invoice", "Medium")]
    [InlineData("Address", "CustomerSettings", "Low")]
    public void Is_surer_in_the_type_of_a_person(string identifier, string container, string level) =>
        Assert.Equal(level, PersonalDataTerms.Known.Find(identifier, container)?.Level.ToString());

    [Theory]
    [InlineData("Name", "Product")]
    [InlineData("FullName", "FileInfo")]
    [InlineData("FullName", "OsVersion")]
    [InlineData("Email", "EncryptedCustomer")]
    [InlineData("Username", "BrokerSettings")]
    [InlineData("Age", "CacheEntry")]
    public void Is_silent_in_the_type_of_a_thing(string identifier, string container) => Assert.Null(PersonalDataTerms.Known.Find(identifier, container));
}
